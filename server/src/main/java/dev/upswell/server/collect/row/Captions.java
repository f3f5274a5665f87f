package dev.upswell.server.collect.row;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hashtags in captions, for sources that do not list them.
public final class Captions {

    /// Letters, marks, digits and underscores of any script, and the two Japanese voicing signs that people append.
    private static final Pattern HASHTAG = Pattern.compile("[#＃]([\\p{L}\\p{M}\\p{N}_゛゜]+)");

    private Captions() {
    }

    /// The names behind `#`, in the order of the caption.
    public static List<String> hashtags(@Nullable String caption) {
        List<String> names = new ArrayList<>();
        if (caption != null) {
            Matcher matcher = HASHTAG.matcher(caption);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
