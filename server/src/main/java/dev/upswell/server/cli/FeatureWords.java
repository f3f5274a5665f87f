package dev.upswell.server.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What features are called for people: the words of the pages.
public final class FeatureWords {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages", Locale.ROOT);
    private static final String RANK = "rank_";

    private FeatureWords() {
    }

    /// The words for this feature; its name with spaces when the bundle has none, as for a feature of an older model.
    public static String of(String feature) {
        if (feature.startsWith(RANK)) {
            return new MessageFormat(WORDS.getString("feature.rank"), Locale.ENGLISH)
                    .format(new Object[]{of(feature.substring(RANK.length()))});
        }
        String key = "feature." + feature;
        return WORDS.containsKey(key) ? WORDS.getString(key) : feature.replace('_', ' ');
    }
}
