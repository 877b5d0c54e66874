#include <expat.h>
#include <stdlib.h>
#include <string.h>

// An export holds numbers of persons that must not be kept, and the parser's buffers are where they pass through. So
// every block that the parser gives back is wiped first; its size stands before it.
#define PASSEND_EXPAT_HEAD 16

static inline void *passend_expat_malloc(size_t size) {
  if (size > SIZE_MAX - PASSEND_EXPAT_HEAD) return NULL;
  char *block = malloc(size + PASSEND_EXPAT_HEAD);
  if (block == NULL) return NULL;
  memcpy(block, &size, sizeof size);
  return block + PASSEND_EXPAT_HEAD;
}

static inline void passend_expat_free(void *memory) {
  if (memory == NULL) return;
  char *block = (char *)memory - PASSEND_EXPAT_HEAD;
  size_t size;
  memcpy(&size, block, sizeof size);
  explicit_bzero(block, size + PASSEND_EXPAT_HEAD);
  free(block);
}

static inline void *passend_expat_realloc(void *memory, size_t size) {
  if (memory == NULL) return passend_expat_malloc(size);
  void *moved = passend_expat_malloc(size);
  if (moved == NULL) return NULL;
  size_t old;
  memcpy(&old, (char *)memory - PASSEND_EXPAT_HEAD, sizeof old);
  memcpy(moved, memory, old < size ? old : size);
  passend_expat_free(memory);
  return moved;
}

/// A parser that takes its input as UTF-8, whatever the file declares, and wipes its memory. NULL when there is none left.
static inline XML_Parser passend_expat_create(void) {
  static const XML_Memory_Handling_Suite suite = {
      passend_expat_malloc, passend_expat_realloc, passend_expat_free};
  return XML_ParserCreate_MM("UTF-8", &suite, NULL);
}
