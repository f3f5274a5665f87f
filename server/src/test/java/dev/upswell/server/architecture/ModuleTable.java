package dev.upswell.server.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The slices of one floor in their legal order, as the table in `ARCHITECTURE.md` lists them.
///
/// @param basePackage the package whose children are the slices
record ModuleTable(String basePackage, List<String> slices) {

    static final Path ROOT = root();

    static ModuleTable read(String heading, String basePackage) {
        try {
            List<String> slices = Files.readAllLines(ROOT.resolve("ARCHITECTURE.md")).stream()
                    .dropWhile(line -> !line.startsWith("## " + heading)).skip(1)
                    .takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("`")[1]).toList();
            return new ModuleTable(basePackage, slices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The place of the slice that holds this package, or -1 for the base package itself and what lies outside it.
    int place(String packageName) {
        if (!packageName.startsWith(basePackage + ".")) {
            return -1;
        }
        return slices.indexOf(sliceOf(packageName));
    }

    String sliceOf(String packageName) {
        return packageName.substring(basePackage.length() + 1).split("\\.")[0];
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("ARCHITECTURE.md")) ? here : here.getParent();
    }
}
