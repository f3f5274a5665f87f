package dev.upswell.forecast.reach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be counted in the caption without understanding it.
final class CaptionBlock implements ReachBlock {

    private static final String NEVER = "never missing; no caption counts as an empty one";

    @Override
    public List<ReachFeature> features() {
        return List.of(feature("caption_characters", "characters without the hashtags"),
                feature("caption_words", "words without the hashtags"),
                feature("caption_questions", "question marks"),
                feature("caption_exclamations", "exclamation marks"),
                feature("caption_digits", "digits"),
                feature("caption_mentions", "names of other accounts"),
                feature("caption_pictographs", "emoji and other pictographs"));
    }

    private static ReachFeature feature(String name, String meaning) {
        return new ReachFeature(name, ReachFeature.Topic.CAPTION, "count", NEVER, meaning);
    }

    @Override
    public void fill(ReachMoment moment, float[] row, int offset) {
        String text = plain(moment.video().caption());
        row[offset] = text.codePointCount(0, text.length());
        row[offset + 1] = text.isEmpty() ? 0 : text.split("\\s+").length;
        row[offset + 2] = text.codePoints().filter(c -> c == '?' || c == '？').count();
        row[offset + 3] = text.codePoints().filter(c -> c == '!' || c == '！').count();
        row[offset + 4] = text.codePoints().filter(Character::isDigit).count();
        row[offset + 5] = text.codePoints().filter(c -> c == '@').count();
        row[offset + 6] = text.codePoints().filter(Character::isExtendedPictographic)
                .filter(c -> !Character.isDigit(c) && c != '#' && c != '*').count();
    }

    private static String plain(@Nullable String caption) {
        return caption == null ? "" : caption.replaceAll("#\\S+", " ").strip();
    }
}
