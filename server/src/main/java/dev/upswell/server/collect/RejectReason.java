package dev.upswell.server.collect;

/// Why a row is quarantined.
public enum RejectReason {
    BROKEN_JSON("broken-json", "The row is not valid JSON."),
    WRONG_COLUMN_COUNT("wrong-column-count", "The row has more or fewer fields than the header has columns."),
    BROKEN_QUOTE("broken-quote", "Text follows a closing quote: a quote inside the field was not doubled."),
    TOO_LONG("too-long", "The row is longer than the reader takes; in a CSV a quote that is never closed does this."),
    CUT_OFF("cut-off", "The file ends in the middle of this row."),
    NOT_AN_OBJECT("not-an-object", "The row is a bare value where an object belongs."),
    PROVIDER_ERROR("provider-error", "The row is an error message of the provider, not an item."),
    DELETED("deleted", "The video was deleted: the row says so, or holds nothing but an id."),
    PRIVATE("private", "The video or its account is private; private content is refused."),
    ERASED("erased", "The creator or video was erased on request; nothing of it is stored again."),
    MISSING_ID("missing-id", "The row does not say which entity it is about."),
    BAD_ID("bad-id", "The id or name has characters that no id of this kind has."),
    ID_PRECISION_LOST("id-precision-lost",
            "The id went through a floating-point number and lost its last digits, so it may name another entity."),
    MISSING_TIME("missing-time", "The row does not say when it was observed."),
    BAD_TIME("bad-time", "A time cannot be read."),
    TOO_OLD_TIME("too-old-time", "A time lies before 2016, when TikTok did not exist; 1970 is an empty clock."),
    FUTURE_TIME("future-time", "A time lies more than a day in the future."),
    OBSERVED_BEFORE_CREATED("observed-before-created", "The reading is more than a day older than the video itself."),
    BAD_NUMBER("bad-number", "A count cannot be read as a whole number."),
    BAD_CURRENCY("bad-currency", "A currency is none of the three capitals of ISO 4217."),
    NEGATIVE_COUNT("negative-count", "A count is negative."),
    ABSURD_COUNT("absurd-count", "A count is larger than TikTok has users or views."),
    AMBIGUOUS("ambiguous",
            "A figure may be in either of two units, or of either of two periods, and nothing says which."),
    CONTRADICTORY("contradictory", "Figures of the row cannot be true: more than all, or two that exclude each other."),
    NO_COUNTS("no-counts", "The row has no counter at all."),
    BAD_KIND("bad-kind", "The kind is none of hashtag, sound, video, creator."),
    BAD_SOURCE("bad-source", "The source has characters that a source name has not."),
    UNLISTED_SOURCE("unlisted-source",
            "The source is in no terms policy and nobody allowed it, or it is denied: see the page Compliance."),
    SET_ASIDE("set-aside",
            "The batch did not pass the quality gates: its rows wait whole, to be let in or dropped, and are not listed here.");

    private final String label;
    private final String meaning;

    RejectReason(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /// The word for this reason in reports and pages.
    public String label() {
        return label;
    }

    /// The reason with this label.
    ///
    /// **errors** `IllegalArgumentException` when there is none.
    public static RejectReason of(String label) {
        for (RejectReason reason : values()) {
            if (reason.label.equals(label)) {
                return reason;
            }
        }
        throw new IllegalArgumentException(
                "reason (" + label + ") must be a known one\nMaybe a newer version wrote it.");
    }

    /// What it means, in words for people.
    public String meaning() {
        return meaning;
    }
}
