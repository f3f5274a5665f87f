package dev.upswell.server.collect.count;

import dev.upswell.content.EntityId;

/// 64-bit fingerprints of what identifies a reading. Of a million of them, two are equal by accident once in 30 million
/// imports; they only serve counts in reports, never the decision what is stored.
public final class Fingerprint {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private long value = MULTIPLIER;

    Fingerprint add(long number) {
        value = (value ^ mixed(number)) * MULTIPLIER;
        return this;
    }

    Fingerprint add(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 1_099_511_628_211L + text.charAt(i);
        }
        return add(hash);
    }

    Fingerprint add(EntityId entity) {
        return add(entity.kind().label()).add(entity.value());
    }

    long value() {
        return mixed(value);
    }

    private static long mixed(long number) {
        long z = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
