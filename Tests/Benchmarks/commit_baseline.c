/* The least that a safe save costs: the calls of one commit of one tab, in C and nothing else.
   Twice a new file with its bytes and its folder made safe, one line added to a journal and made safe, a rename. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double microseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void must(int ok, const char *what) {
  if (!ok) { perror(what); exit(1); }
}

static void safe_file(int folder, const char *name, const char *bytes, size_t size) {
  int fd = openat(folder, name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
  must(fd >= 0, name);
  must(write(fd, bytes, size) == (ssize_t)size, "write");
  must(fsync(fd) == 0, "fsync");
  close(fd);
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  int count = atoi(argv[2]);
  size_t size = (size_t)atol(argv[3]);
  char *bytes = malloc(size), line[400], name[64];
  memset(bytes, 'x', size);
  memset(line, 'j', sizeof line);
  double *times = calloc((size_t)count, sizeof *times);
  must(mkdir(argv[1], 0700) == 0, argv[1]);
  int root = open(argv[1], O_DIRECTORY | O_CLOEXEC);
  mkdirat(root, "dossier", 0700);
  mkdirat(root, "geschiedenis", 0700);
  int dossier = openat(root, "dossier", O_DIRECTORY | O_CLOEXEC);
  int history = openat(root, "geschiedenis", O_DIRECTORY | O_CLOEXEC);
  int lock = openat(root, "slot", O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  for (int i = 0; i < count; i++) {
    double start = microseconds();
    must(flock(lock, LOCK_EX) == 0, "flock");
    snprintf(name, sizeof name, "%d", i);
    safe_file(history, name, bytes, size);
    must(fsync(history) == 0, "fsync history");
    int journal = openat(root, "journaal", O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    must(write(journal, line, sizeof line) == sizeof line, "journal");
    must(fsync(journal) == 0, "fsync journal");
    close(journal);
    safe_file(dossier, ".nieuw", bytes, size);
    must(renameat(dossier, ".nieuw", dossier, "gesprekken.json") == 0, "rename");
    must(fsync(dossier) == 0, "fsync dossier");
    flock(lock, LOCK_UN);
    times[i] = microseconds() - start;
  }
  qsort(times, (size_t)count, sizeof *times, compare);
  printf("C %zu bytes: %d %d %d\n", size, (int)times[count / 2], (int)times[count * 95 / 100], (int)times[count - 1]);
  return 0;
}
