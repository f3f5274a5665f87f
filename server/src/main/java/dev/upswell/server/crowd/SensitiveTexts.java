package dev.upswell.server.crowd;

import dev.upswell.language.TextTokens;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.SensitiveTopics;

/// Tells texts from which nothing is concluded about people: those that profiles leave out too.
public final class SensitiveTexts {

    private static final SensitiveTopics TOPICS = SensitiveTopics.shipped(TaxonomyMaking.EMBEDDER);

    private SensitiveTexts() {
    }

    /// Whether it speaks of health, religion, sexuality, politics, ethnicity or unions.
    public static boolean isSensitive(TextTokens text) {
        return TOPICS.of(text).isPresent();
    }
}
