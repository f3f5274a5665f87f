package dev.upswell.benchmarks.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Writes the planted and the true statements, one JSON object a line.
final class StatementFiles {

    static final long SEED = 20_261_122;

    private StatementFiles() {
    }

    /// Writes `planted.jsonl` and `paraphrases.jsonl`.
    ///
    /// @param args a folder, and a seed if it is not to be the usual one
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : SEED;
        Files.createDirectories(folder);
        write(folder.resolve("planted.jsonl"), PlantedStatements.of(seed));
        write(folder.resolve("paraphrases.jsonl"), TrueParaphrases.of(seed));
    }

    private static void write(Path file, List<Statement> statements) throws IOException {
        var mapper = JsonMapper.builder().build();
        var lines = new ArrayList<String>();
        for (Statement statement : statements) {
            lines.add(mapper.writeValueAsString(statement.json(lines.size() + 1)));
        }
        Files.write(file, lines);
    }
}
