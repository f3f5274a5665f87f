package dev.upswell.server.trend.page;

import java.util.Locale;

/// Something that stands out about an entity, shown as a sign and a word so that colour is never the only carrier.
public enum Flag {

    /// Momentum is unusually high and the entity is new or widely carried.
    EMERGING("▲", "rise"),

    /// The window before had no volume at all.
    NEW("✦", "rise"),

    /// It has been losing pace since its peak.
    FADING("▼", "fall"),

    /// The growth may be bought: a spike from few creators or with hardly any engagement.
    POSSIBLE_BOOST("!", "warn"),

    /// The window's end rests on a reading carried forward; the next one may change it.
    PROVISIONAL("…", "quiet"),

    /// The source rounds its counts, so that small gains cannot be seen.
    ROUNDED("≈", "quiet");

    private final String sign;
    private final String tone;

    Flag(String sign, String tone) {
        this.sign = sign;
        this.tone = tone;
    }

    /// The sign before the word.
    public String sign() {
        return sign;
    }

    /// The name of the colour pair in the style sheet.
    public String tone() {
        return tone;
    }

    /// The end of the message codes `flag.…` (word) and `flag.….means` (explanation).
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
