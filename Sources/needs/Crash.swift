import Foundation

/// What is left behind where the program itself fails: nothing. A dump of memory, or the runtime's own report of registers
/// and what they point at, could hold a child's row.
enum Crash {
  /// No core file, and no report by the runtime; the process ends by its signal.
  static func leavesNothing() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] { signal(number, SIG_DFL) }
  }
}
