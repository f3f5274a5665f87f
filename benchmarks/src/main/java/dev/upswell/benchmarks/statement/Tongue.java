package dev.upswell.benchmarks.statement;

/// A language that statements are made in.
enum Tongue {

    ENGLISH("en"),
    INDONESIAN("id");

    private final String code;

    Tongue(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean english() {
        return this == ENGLISH;
    }
}
