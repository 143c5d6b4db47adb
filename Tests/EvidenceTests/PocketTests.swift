import Foundation
import Testing

@testable import Evidence

@Suite struct PocketTests {
  private func borough(_ change: (inout [PocketDetector.Area]) -> Void = { _ in }) -> [PocketDetector.Area] {
    // Sixty areas in four catchments; rates differ by decile and, a little, beyond it.
    var areas = (0..<60).map { index in
      let decile = index % 10 + 1
      let wobble = [-4, 3, 0, 2, -3, 4, -2][index % 7]
      return PocketDetector.Area(
        code: "A\(100 + index)", reached: 38 + decile + wobble, children: 90, decile: decile,
        catchments: ["C\(index % 4)"])
    }
    change(&areas)
    return areas
  }

  @Test("In a borough whose areas differ by deprivation alone there is no pocket")
  func quiet() {
    let findings = PocketDetector().find(in: borough())
    #expect(findings.count == 60)
    #expect(findings.allSatisfy { !$0.isDifferent })
  }

  @Test("An area that is hardly reached is a pocket; one that is reached far more is different and no pocket")
  func planted() {
    let findings = PocketDetector().find(
      in: borough {
        $0[17].reached = 9
        $0[30].reached = 88
      })
    #expect(findings.filter(\.isPocket).map(\.area) == ["A117"])
    #expect(findings.filter(\.isDifferent).map(\.area) == ["A117", "A130"])
    let pocket = findings.first { $0.area == "A117" }
    #expect(pocket?.comparedWith == "C1")
    #expect((pocket?.expectedRate ?? 0) > 0.4 && (pocket?.expectedRate ?? 1) < 0.6)
  }

  @Test("A catchment that is reached less as a whole is no pocket")
  func wholeCatchment() {
    let findings = PocketDetector().find(
      in: borough { areas in
        for index in areas.indices where index % 4 == 2 { areas[index].reached /= 2 }
      })
    #expect(findings.allSatisfy { !$0.isPocket })
  }

  @Test("Areas that differ wildly are measured as such, and the same gap is then no pocket")
  func overDispersed() {
    let wild = borough { areas in
      for index in areas.indices { areas[index].reached = [12, 76, 40, 60, 25][index * 7 % 5] }
    }
    #expect(PocketDetector().find(in: wild).allSatisfy { !$0.isDifferent })
  }

  @Test("Ugly input has an answer: nobody, more than exist, no decile, one area, no area")
  func ugly() {
    let detector = PocketDetector()
    #expect(detector.find(in: []).isEmpty)
    #expect(detector.find(in: [.init(code: "A", reached: 3, children: 9, decile: 1, catchments: [])]).isEmpty)
    let findings = detector.find(
      in: borough {
        $0[0].children = 0
        $0[1].reached = 91
        $0[2].decile = nil
        $0[3].catchments = []
        $0[4].catchments = ["Z"]
      })
    let codes = findings.map(\.area)
    #expect(!codes.contains("A100") && !codes.contains("A101") && !codes.contains("A102"))
    #expect(findings.first { $0.area == "A103" }?.comparedWith == nil)
    #expect(findings.contains { $0.area == "A103" } && findings.contains { $0.area == "A104" })
    let none = detector.find(in: borough { areas in for i in areas.indices { areas[i].decile = nil } })
    #expect(none.count == 60)
    let nobody = detector.find(in: borough { areas in for i in areas.indices { areas[i].reached = 0 } })
    #expect(nobody.isEmpty)
  }

  @Test(
    "Sunderland's planted pocket is found; beside it only the two areas where nearly nobody is enrolled",
    .enabled(if: SharedData.folder != nil, "../shared/data is absent"))
  func sunderland() throws {
    var children: [String: Int] = [:]
    for row in try SharedData.rows("sunderland/under-fives.csv") {
      children[row["lsoa11cd"] ?? ""] = (0...4).reduce(0) { $0 + (Int(row["age_\($1)"] ?? "") ?? 0) }
    }
    var deciles: [String: Int] = [:]
    for row in try SharedData.rows("sunderland/iod2019-file1.csv") {
      let decile = row.first { $0.key.contains("Decile") }?.value ?? ""
      deciles[row["LSOA code (2011)"] ?? ""] = Int(decile)
    }
    var catchments: [String: [String]] = [:]
    for row in try SharedData.rows("sunderland/expected/area-weights.csv")
    where (Double(row["weight"] ?? "") ?? 0) >= 0.5 {
      catchments[row["LSOA11CD"] ?? "", default: []].append(row["centre_id"] ?? "")
    }
    let areas = try SharedData.rows("sunderland/expected/areas.csv").map { row in
      let code = row["area"] ?? ""
      return PocketDetector.Area(
        code: code, reached: Int(row["reached"] ?? "") ?? 0, children: children[code] ?? 0, decile: deciles[code],
        catchments: catchments[code] ?? [])
    }
    let findings = PocketDetector().find(in: areas)
    #expect(findings.count > 150)
    #expect(findings.filter(\.isPocket).map(\.area) == ["E01008713", "E01008722", "E01033076"])
  }
}
