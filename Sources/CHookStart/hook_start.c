// SPDX-License-Identifier: MIT
//
// The fail-closed start. The client lets a call run on every exit status but 2, so every way to
// die that a process can catch has to end in the hook's own exit status. This is C because it has
// to run before the constructors of the Swift runtime, some of which abort (no /proc, for one).
#include "hook_start.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

extern char **environ;

// Long enough for a slow disk, far below the `timeout` of 10 s in the shipped settings.
enum { DEADLINE_SECONDS = 2 };

static const char *hook_name = "security-hooks";
static volatile sig_atomic_t fault_status = 2;

void hook_start_identify(const unsigned char *name, int status) {
  hook_name = (const char *)name;
  fault_status = status;
}

// Nobody may be reading stderr: a full pipe would hang the handler, so ask before each write.
static void say(const char *text) {
  struct pollfd out = {.fd = 2, .events = POLLOUT};
  if (poll(&out, 1, 0) == 1 && (out.revents & POLLOUT)) {
    ssize_t ignored = write(2, text, strlen(text));
    (void)ignored;
  }
}

static void end(int signal_number) {
  const char *cause = ": internal fault";
  if (signal_number == SIGALRM || signal_number == SIGXCPU) cause = ": deadline exceeded";
  if (signal_number == SIGTERM || signal_number == SIGHUP || signal_number == SIGINT ||
      signal_number == SIGQUIT)
    cause = ": interrupted";
  say(hook_name);
  say(cause);
  say(fault_status == 2 ? "; blocked because nothing was judged; try again, then run hookctl doctor\n"
                        : "; nothing was recorded; run hookctl doctor\n");
  _exit(fault_status);
}

static int catch_signals(void) {
  static char stack[32768] __attribute__((aligned(16)));  // a stack overflow leaves no other
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(&alternate, NULL)) return -1;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = end;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  static const int signals[] = {SIGILL,  SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE,  SIGSYS,    SIGALRM, SIGXCPU,
                                SIGTERM, SIGHUP,  SIGINT,  SIGQUIT, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    if (sigaction(signals[i], &action, NULL)) return -1;

  sigset_t none;  // an inherited mask must not defer them
  sigemptyset(&none);
  if (sigprocmask(SIG_SETMASK, &none, NULL)) return -1;
  signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error to handle, not a silent death
  signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow: the verdict stands without its record

  struct itimerval deadline = {.it_value = {.tv_sec = DEADLINE_SECONDS}};
  return setitimer(ITIMER_REAL, &deadline, NULL);
}

// With 0, 1 or 2 closed, the next file opened would take its number and an answer could be
// written into it. What stands in cannot be used either: an answer that nobody gets must fail,
// and so must a question that nobody asked.
static int hold_standard_streams(void) {
  for (int fd = 0; fd < 3; fd++)
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
        open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
      return -1;
  return 0;
}

// The project's settings reach this environment. Drop what steers the Swift runtime, and tell it
// what it would otherwise look for in /proc and beside the executable (which aborts without
// /proc, and costs a tenth of the whole start).
static void quiet_runtime(void) {
  char **kept = environ;
  for (char **entry = environ; entry && *entry; entry++)
    if (strncmp(*entry, "SWIFT_", 6) != 0) *kept++ = *entry;
  if (kept) *kept = NULL;
  static char root[] = "SWIFT_ROOT=/";
  static char backtrace[] = "SWIFT_BACKTRACE=enable=no,color=no,swift-backtrace=/";
  putenv(root);
  putenv(backtrace);
}

static void start(void) {
  if (catch_signals() || hold_standard_streams()) {
    say("security-hooks: cannot start safely; blocked; run hookctl doctor\n");
    _exit(2);
  }
  quiet_runtime();
}

#if defined(__linux__) && defined(__GLIBC__)
// In a static executable these take the place of the runtime's own, whose constructor reads and
// scans /proc/self/maps to find the arguments that glibc hands to every constructor anyway.
static int argument_count;
static char **arguments;

char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
  *count = argument_count;
  return arguments;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **values, int count) {
  arguments = values;
  argument_count = count;
}

// Every run makes arrays of bytes. Their metadata lies ready in the runtime, but is looked up by
// name at the first use, which reads 12 pages (a twentieth of a start). Put it where the look-up
// would put it. Weak: where a toolchain calls the two otherwise, the look-up happens.
extern intptr_t byte_array_metadata __asm__("$ss23_ContiguousArrayStorageCys5UInt8VGMD")
    __attribute__((weak));
extern void *byte_array_accessor(uintptr_t) __asm__("$ss23_ContiguousArrayStorageCys5UInt8VGMb")
    __attribute__((weak));

__attribute__((constructor(101))) static void early(int count, char **values) {
  argument_count = count;
  arguments = values;
  start();
  if (&byte_array_metadata && byte_array_accessor)
    byte_array_metadata = (intptr_t)byte_array_accessor(0);
}

// The entry of the executable. Before any constructor glibc reads variables that can make it
// abort or crash (GLIBC_TUNABLES=glibc.rtld.optional_static_tls=8000000000 is enough), which a
// project's settings may set. Rename them where the kernel put them, then go on as usual. Nothing
// is set up yet: no call into the C library, no stack protector.
__attribute__((used, no_builtin, no_stack_protector)) void hook_start_rename(char **stack) {
  static const char prefixes[3][8] = {"GLIBC_", "MALLOC_", "LD_"};
  for (char **entry = stack + *(long *)stack + 2; *entry; entry++)
    for (int i = 0; i < 3; i++) {
      int n = 0;
      while (prefixes[i][n] && (*entry)[n] == prefixes[i][n]) n++;
      if (!prefixes[i][n]) (*entry)[0] = '_';
    }
}

#if defined(__x86_64__)
__asm__(
    ".text\n.globl hook_start_entry\n.type hook_start_entry, @function\nhook_start_entry:\n"
    "  xorl %ebp, %ebp\n"
    "  movq %rdx, %rbx\n"  // what the kernel hands to _start beside the stack
    "  movq %rsp, %rdi\n"
    "  call hook_start_rename\n"
    "  movq %rbx, %rdx\n"
    "  jmp _start\n");
#elif defined(__aarch64__)
__asm__(
    ".text\n.globl hook_start_entry\n.type hook_start_entry, %function\nhook_start_entry:\n"
    "  mov x19, x0\n"
    "  mov x0, sp\n"
    "  bl hook_start_rename\n"
    "  mov x0, x19\n"
    "  b _start\n");
#else
#error "no entry for this processor"
#endif
#else
__attribute__((constructor(101))) static void early(void) { start(); }
#endif
