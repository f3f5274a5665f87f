package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.store.StoreCheck.Finding;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Looks whether everything Upswell needs is in order, and says what to do where it is not.")
final class DoctorCommand implements Callable<Integer> {

    private static final long LOW_DISK_BYTES = 1_000_000_000L;

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("Java", true, Runtime.version().toString(), ""));
        findings.add(disk(console.folder()));
        try (Workplace workplace = console.open()) {
            findings.addAll(workplace.check());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(DoctorCommand.class).error("store did not open", e);
            findings.add(unopened(e));
        }
        Screen screen = console.screen();
        screen.document(findings);
        for (Finding finding : findings) {
            screen.line("%s %-18s %s".formatted(finding.inOrder() ? "✓" : "✗", finding.subject(), finding.detail()));
            if (!finding.advice().isEmpty()) {
                screen.line("    " + finding.advice());
            }
        }
        return findings.stream().allMatch(Finding::inOrder) ? Cli.DONE : Cli.FAILED;
    }

    /// What stands in the way of opening is what a person asks the doctor for.
    private static Finding unopened(RuntimeException failure) {
        List<String> said = String.valueOf(failure.getMessage()).lines().toList();
        return said.size() < 2
                ? new Finding("Store", false, String.join("", said), "The log in the data folder has the details.")
                : new Finding("Store", false, String.join("; ", said.subList(0, said.size() - 1)), said.getLast());
    }

    private static Finding disk(Path folder) {
        try {
            FileStore store = Files.getFileStore(existing(folder));
            long free = store.getUsableSpace();
            boolean enough = free > LOW_DISK_BYTES;
            return new Finding("Data folder", enough, "%s, %.1f GB free".formatted(folder, free / 1e9),
                    enough ? "" : "Free some disk space: writing stops when it is full.");
        } catch (IOException e) {
            return new Finding("Data folder", false, folder + ": " + e.getMessage(),
                    "Check that the folder exists and can be written.");
        }
    }

    /// A data folder that is yet to be made lies on the disk of the nearest folder above it.
    private static Path existing(Path folder) {
        Path at = folder;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }
}
