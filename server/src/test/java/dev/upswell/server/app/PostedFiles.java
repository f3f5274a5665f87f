package dev.upswell.server.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Files of made-up videos of `#bali` with their counts: every second caption asks something.
///
/// @param analyses what an analyser wrote about the first of them
record PostedFiles(Path videos, Path observations, Path analyses) {

    private static final long FIRST = 7_310_000_000_000_000_000L;

    static PostedFiles write(Path folder, int count) throws IOException {
        StringBuilder videos = new StringBuilder();
        StringBuilder readings = new StringBuilder("kind,id,source,observed_at,views,likes,comments,shares\n");
        for (int i = 0; i < count; i++) {
            videos.append(String.format(Locale.ROOT,
                    """
                        {"id":"%d","createdAt":"2025-08-20T10:00:00Z","creator":"bali%d","hashtags":["bali"],"durationSeconds":%d,\
                        "caption":"Look here %s #bali"}
                        """,
                    FIRST + i, i, 5 + i % 10, i % 2 == 0 ? "?" : "."));
            readings.append(String.format(Locale.ROOT, "video,%d,apify,2025-08-25T10:00:00Z,100000,%d,100,50%n",
                    FIRST + i, (i % 2 == 0 ? 9_000 : 3_000) + 137 * (i * 7 % 11)));
        }
        return new PostedFiles(Files.writeString(folder.resolve("bali.jsonl"), videos),
                Files.writeString(folder.resolve("bali.csv"), readings),
                Files.writeString(folder.resolve("analyses.json"), """
                    {"video_id": "%d", "visual_overlay_analysis": {"CoreMetrics": {"totalOverlays": 4}}}
                    """.formatted(FIRST)));
    }
}
