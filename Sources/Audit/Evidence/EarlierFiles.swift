import Cryptography
import Foundation
import Workspace

/// The files of children, visits and postcodes that an earlier run was made of, known by their hashes.
///
/// Each is sought under the name that it had then, and else anywhere under the root, whatever it is called now: in a
/// folder `archive/2024-25/`, say. Only a file of the same size is read to compare its hash.
struct EarlierFiles {
  /// What became of the files.
  enum Outcome {
    /// audit.yml names the same files still.
    case same
    /// Those that differ from what audit.yml names now were found: by role.
    case found([String: [InputPaths.Found]])
    /// One of them is nowhere under the root, by the name that it had.
    case gone(file: String)
  }

  /// What decides where each child lives and when it came.
  static let roles = ["enrolments", "service-use", "postcodes", "uprns"]

  /// How many entries of the root are looked at.
  private static let entryLimit = 20_000

  private let kept: CycleContent
  private let root: URL

  /// The files of the run that the workspace keeps.
  init(_ kept: CycleContent, root: URL) {
    (self.kept, self.root) = (kept, root)
  }

  /// Holds them against those of a run of the same cycle by audit.yml as it is now.
  func outcome(_ current: CycleContent, _ file: AuditFile, inputs: InputBlocks) -> Outcome {
    let different = Self.roles.filter { Self.hashes(kept, $0) != Self.hashes(current, $0) }
    guard !different.isEmpty else { return .same }
    var bySize: [Int: [URL]]?
    var found: [String: [InputPaths.Found]] = [:]
    for role in different {
      let block = Self.block(role, file, inputs)
      let wanted = kept.provenance.filter { $0.role == role }
      let step = 1 + (block?.joins.count ?? 0)
      guard block != nil || wanted.isEmpty, wanted.count.isMultiple(of: step) else {
        return .gone(file: wanted.first?.file ?? role)
      }
      var files: [InputPaths.Found] = []
      for entry in wanted {
        guard let one = find(entry, &bySize) else { return .gone(file: entry.file) }
        files.append(one)
      }
      found[role] = stride(from: 0, to: files.count, by: step).map { first in
        var main = files[first]
        main.joins = zip(block?.joins ?? [], files[(first + 1)..<(first + step)])
          .map { InputPaths.Joined(block: $0, found: $1) }
        return main
      }
    }
    return .found(found)
  }

  private static func hashes(_ content: CycleContent, _ role: String) -> [String] {
    content.provenance.filter { $0.role == role }.map(\.sha256).sorted()
  }

  private static func block(_ role: String, _ file: AuditFile, _ inputs: InputBlocks) -> TableBlock? {
    switch role {
    case "enrolments": inputs.enrolments?.table
    case "service-use": inputs.serviceUse
    case "postcodes": file.postcodes?.table
    default: file.uprns
    }
  }

  private func find(_ entry: CycleContent.InputFile, _ bySize: inout [Int: [URL]]?) -> InputPaths.Found? {
    func isIt(_ url: URL) -> Bool { (try? SHA256Digest(ofFile: url.path).hexadecimal) == entry.sha256 }
    let named = root.appendingPathComponent(entry.file)
    if Self.size(of: named) == entry.bytes, isIt(named) { return .init(url: named, name: entry.file) }
    let sizes = bySize ?? filesBySize()
    bySize = sizes
    return sizes[entry.bytes]?.first(where: isIt).map { .init(url: $0, name: entry.file) }
  }

  /// The size of a regular file; nil for anything else, links among it.
  private static func size(of url: URL) -> Int? {
    let values = try? url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    return values?.isRegularFile == true ? values?.fileSize : nil
  }

  /// All files under the root, sorted by path in each size.
  private func filesBySize() -> [Int: [URL]] {
    var sizes: [Int: [URL]] = [:]
    let entries = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey, .fileSizeKey], options: [.skipsHiddenFiles])
    var looked = 0
    while looked < Self.entryLimit, let url = entries?.nextObject() as? URL {
      looked += 1
      if let size = Self.size(of: url) { sizes[size, default: []].append(url) }
    }
    return sizes.mapValues { $0.sorted { $0.path < $1.path } }
  }
}
