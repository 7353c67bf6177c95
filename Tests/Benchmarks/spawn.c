// SPDX-License-Identifier: MIT
// Times processes from spawn to exit, one after the other, in turn.
//
// usage: spawn ROUNDS PAYLOAD COMMAND [ARGUMENT]... [-- PAYLOAD COMMAND [ARGUMENT]...]...
//
// Each round starts every command once, with its payload as standard input and nowhere to write to, and prints
// one line for each: its number, nanoseconds, peak memory in KB, exit status (128 + signal when it was killed).
//
// It is small and static because a child's peak memory cannot be told below that of the process it was started from.

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { MAX_COMMANDS = 32 };

static void check(int error, const char *what) {
  if (error == 0) return;
  fprintf(stderr, "spawn: %s: %s\n", what, strerror(error));
  exit(1);
}

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void run(int number, char **command) {
  const char *payload = command[0];
  char **arguments = command + 1;
  posix_spawn_file_actions_t streams;
  check(posix_spawn_file_actions_init(&streams), "file actions");
  check(posix_spawn_file_actions_addopen(&streams, 0, payload, O_RDONLY, 0), payload);
  check(posix_spawn_file_actions_addopen(&streams, 1, "/dev/null", O_WRONLY, 0), "/dev/null");
  check(posix_spawn_file_actions_addopen(&streams, 2, "/dev/null", O_WRONLY, 0), "/dev/null");

  pid_t child;
  int status;
  struct rusage used;
  long long start = now();
  check(posix_spawn(&child, arguments[0], &streams, NULL, arguments, environ), arguments[0]);
  if (wait4(child, &status, 0, &used) != child) check(1, "wait4");
  long long elapsed = now() - start;

  posix_spawn_file_actions_destroy(&streams);
#ifdef __APPLE__
  long peak = used.ru_maxrss / 1024;  // bytes there, KB elsewhere
#else
  long peak = used.ru_maxrss;
#endif
  int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  printf("%d %lld %ld %d\n", number, elapsed, peak, code);
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: spawn ROUNDS PAYLOAD COMMAND... [-- PAYLOAD COMMAND...]...\n");
    return 64;
  }
  char **commands[MAX_COMMANDS] = {argv + 2};
  int count = 1;
  for (int i = 2; i < argc; i++) {
    if (strcmp(argv[i], "--") != 0) continue;
    argv[i] = NULL;
    if (count == MAX_COMMANDS) check(7, "commands");
    commands[count++] = argv + i + 1;
  }
  for (int round = atoi(argv[1]); round > 0; round--) {
    for (int i = 0; i < count; i++) run(i, commands[i]);
  }
  return 0;
}
