package dev.upswell.server.report;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document that was made and is kept, without its words.
///
/// @param kind name of the kind of report
/// @param run what it was made from; null where nothing was named
/// @param madeBy who asked for it
/// @param given for whom and in which format, in a test of formats; null outside of one
public record KeptReport(UUID id, String kind, String title, Locale language, @Nullable String run, String madeBy,
        Instant createdAt, ReportSource.@Nullable Given given) {

    /// A report outside of any test.
    public KeptReport(UUID id, String kind, String title, Locale language, @Nullable String run, String madeBy,
            Instant createdAt) {
        this(id, kind, title, language, run, madeBy, createdAt, null);
    }

    private static final int ID_DIGITS = 8;
    private static final int LONGEST = 60;

    /// The first digits of the id, as people write it.
    public String shortId() {
        return id.toString().substring(0, ID_DIGITS);
    }

    /// How its file of a format is called: the title in plain letters, then the short id.
    public String fileName(ReportFormat format) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return (cut.isEmpty() ? "report" : cut) + "-" + shortId() + "." + format.ending();
    }
}
