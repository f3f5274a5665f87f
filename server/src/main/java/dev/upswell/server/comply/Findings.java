package dev.upswell.server.comply;

import java.util.Map;
import java.util.TreeMap;

/// How much was found that must not be kept, counted while texts and answers are cleaned.
public final class Findings {

    public static final String EMAIL = "e-mail";
    public static final String PHONE = "phone";
    public static final String PLACE = "place";
    public static final String PRIVATE = "private-account";

    private long emails;
    private long phones;
    private long places;
    private long privates;

    void email() {
        emails++;
    }

    void phone() {
        phones++;
    }

    void place() {
        places++;
    }

    /// Counts what was found elsewhere too.
    public void add(Findings other) {
        emails += other.emails;
        phones += other.phones;
        places += other.places;
        privates += other.privates;
    }

    /// A private account or item was refused.
    public void refusedPrivate() {
        privates++;
    }

    /// Private accounts or items that were refused.
    public long privates() {
        return privates;
    }

    /// Whether something was taken out of what is kept.
    public boolean anyCleaned() {
        return emails + phones + places > 0;
    }

    /// What was taken out, by word; without what did not occur.
    public Map<String, Long> cleaned() {
        Map<String, Long> counts = new TreeMap<>(Map.of(EMAIL, emails, PHONE, phones, PLACE, places));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
