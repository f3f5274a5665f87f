package dev.upswell.benchmarks.text;

import dev.upswell.language.TextTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A line that `captions.py` wrote.
///
/// @param category and region that were asked for; empty where none was
/// @param language TikTok's own mark; empty where there is none
record CaptionLine(String video, String creator, Instant postedAt, String category, String region, String language,
        TextTokens text) {

    static List<CaptionLine> of(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split("\t", -1))
                .map(cells -> new CaptionLine(cells[0], cells[1], Instant.ofEpochSecond(Long.parseLong(cells[2])),
                        cells[3], cells[4], cells[5], TextTokens.of(cells[6])))
                .toList();
    }
}
