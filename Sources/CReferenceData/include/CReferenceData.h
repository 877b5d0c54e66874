#pragma once

/// A file of Data/, built into the program.
struct crd_file {
  /// Its path under Data/; nothing after the last file.
  const char *_Nullable name;
  /// Its bytes with a zero byte after them; files hold text, so none lies before.
  const unsigned char *_Nullable bytes;
};

extern const struct crd_file crd_files[];

/// The file at a position, the last one having no name.
static inline struct crd_file crd_file_at(int position) { return crd_files[position]; }
