import Foundation

/// Times a piece of work and reads the memory that it took at most.
enum Stage {
  /// What was measured.
  struct Measure {
    var name: String
    var seconds: Double
    /// Seconds of all processors together: what a machine that does nothing else would need, shared among its cores.
    var processor: Double
    /// Rows a second are printed where there are rows.
    var rows: Int?
    /// The process's largest resident memory since the stage began, in MB.
    var peak: Int
  }

  /// Runs `body` so many times and takes the median.
  static func run<Result>(
    _ name: String, rows: Int? = nil, times: Int = 1, _ body: () throws -> Result
  ) rethrows -> (Result, Measure) {
    resetPeak()
    var seconds: [Double] = []
    var start = ContinuousClock.now
    let processorStart = processor()
    var result = try body()
    seconds.append(elapsed(since: start))
    for _ in 1..<max(1, times) {
      start = ContinuousClock.now
      result = try body()
      seconds.append(elapsed(since: start))
    }
    let processor = (processor() - processorStart) / Double(seconds.count)
    seconds.sort()
    return (
      result,
      Measure(name: name, seconds: seconds[seconds.count / 2], processor: processor, rows: rows, peak: peak())
    )
  }

  /// The measures as a table.
  static func table(_ measures: [Measure]) -> String {
    var text = "| stage | seconds | processor s | rows/s | peak memory |\n|---|---:|---:|---:|---:|\n"
    for measure in measures {
      let rate = measure.rows.map { String(format: "%.1f M", Double($0) / measure.seconds / 1e6) } ?? ""
      let times = String(format: "%.3f | %.3f", measure.seconds, measure.processor)
      text += "| \(measure.name) | \(times) | \(rate) | \(measure.peak) MB |\n"
    }
    return text
  }

  private static func elapsed(since start: ContinuousClock.Instant) -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// User and system time of the process so far.
  private static func processor() -> Double {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Linux: forgets the peak so far.
  private static func resetPeak() {
    if let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") {
      file.write(Data("5".utf8))
      try? file.close()
    }
  }

  private static func peak() -> Int {
    guard let status = FileManager.default.contents(atPath: "/proc/self/status"),
      let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }),
      let number = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return 0 }
    return number / 1024
  }
}
