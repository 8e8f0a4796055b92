package dev.mediagen.pronunciation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Where libespeak-ng and its data are: an installed one, or the one from the class path, unpacked once.
///
/// @param data directory that holds `espeak-ng-data`, or null for the one the library was built for
@SuppressWarnings("restricted") // native code is what this is about
record Natives(SymbolLookup library, Path data) {
    private static final String DATA = "espeak-ng-data.zip";

    /// @param home where to unpack
    static Natives find(Path home) throws IOException {
        String name = resource();
        try (InputStream library = name == null ? null : resource(name)) {
            if (library == null) {
                return new Natives(SymbolLookup.libraryLookup("libespeak-ng.so.1", Arena.global()), null);
            }
            Files.createDirectories(home);
            Path file = home.resolve(Path.of(name).getFileName());
            if (!Files.exists(file)) {
                unpackData(home.resolve("espeak-ng-data"));
                Path part = Files.createTempFile(home, "library", ".part");
                Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Natives(SymbolLookup.libraryLookup(file, Arena.global()), home);
        }
    }

    private static String resource() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (system.startsWith("linux")) {
            return "debian-%s/libespeak-ng.so.1".formatted(arm ? "arm64" : "amd64");
        }
        return system.startsWith("mac") ? "macos-%s/libespeak-ng.1.dylib".formatted(arm ? "arm64" : "amd64") : null;
    }

    private static InputStream resource(String name) {
        return Natives.class.getClassLoader().getResourceAsStream(name);
    }

    private static void unpackData(Path target) throws IOException {
        try (InputStream packed = resource(DATA);
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Bad entry in " + DATA);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
