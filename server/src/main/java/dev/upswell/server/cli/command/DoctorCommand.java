package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.store.StoreCheck.Finding;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        try (Workplace workplace = console.open()) {
            findings.add(disk(workplace));
            findings.addAll(workplace.check());
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

    private static Finding disk(Workplace workplace) {
        try {
            FileStore store = Files.getFileStore(workplace.dataFolder());
            long free = store.getUsableSpace();
            boolean enough = free > LOW_DISK_BYTES;
            return new Finding("Data folder", enough, "%s, %.1f GB free".formatted(workplace.dataFolder(), free / 1e9),
                    enough ? "" : "Free some disk space: writing stops when it is full.");
        } catch (IOException e) {
            return new Finding("Data folder", false, workplace.dataFolder() + ": " + e.getMessage(),
                    "Check that the folder exists and can be written.");
        }
    }
}
