package dev.upswell.simulate;

/// A simulated source of readings, and how it writes numbers of 10,000 and more.
enum Provider {
    /// Exact numbers.
    API("sim-api"),
    /// Rounded as pages show them, with a suffix: `541.2K`, `3.4M`.
    WEB("sim-web"),
    /// Rounded in the same steps, but written out: `541200`.
    FEED("sim-feed");

    private static final long FIRST_ROUNDED = 10_000;

    private final String source;

    Provider(String source) {
        this.source = source;
    }

    /// The source's name in the product's files.
    String source() {
        return source;
    }

    /// This count as the source shows it.
    String show(long count) {
        return switch (this) {
            case API -> Long.toString(count);
            case WEB -> abbreviated(count);
            case FEED -> Long.toString(shown(count));
        };
    }

    /// The count that the source lets one see: cut off to its step.
    long shown(long count) {
        return switch (this) {
            case API -> count;
            case WEB, FEED -> count - count % step(count);
        };
    }

    private static long step(long count) {
        if (count < FIRST_ROUNDED) {
            return 1;
        }
        if (count < 1_000_000) {
            return 100;
        }
        return count < 1_000_000_000 ? 100_000 : 100_000_000;
    }

    private static String abbreviated(long count) {
        if (count < FIRST_ROUNDED) {
            return Long.toString(count);
        }
        long tenths = count / step(count);
        String suffix = count < 1_000_000 ? "K" : count < 1_000_000_000 ? "M" : "B";
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + suffix;
    }
}
