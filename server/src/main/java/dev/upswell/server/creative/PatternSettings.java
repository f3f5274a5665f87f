package dev.upswell.server.creative;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.pattern.select.Widening;
import org.jspecify.annotations.Nullable;

/// How a search for patterns chooses its videos and what it does with them; equal settings on equal data give equal results.
///
/// @param widening what is done about lengths with too few videos
/// @param unknownLength whether videos whose length nobody tells are searched too, as a group of their own; left out of JSON where they are not, so
///        that wishes are known again that were kept before there was a choice
public record PatternSettings(SelectionSettings selection, SearchSettings search, Widening widening,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unknownLength) {

    /// The usual ones.
    public static final PatternSettings USUAL = new PatternSettings(SelectionSettings.USUAL, SearchSettings.USUAL,
            Widening.HASHTAGS, false);

    /// Settings as they are kept: searches from before there was a choice widened nothing and left videos of unknown length out.
    @JsonCreator
    static PatternSettings kept(@JsonProperty("selection") SelectionSettings selection,
            @JsonProperty("search") SearchSettings search, @JsonProperty("widening") @Nullable Widening widening,
            @JsonProperty("unknownLength") @Nullable Boolean unknownLength) {
        return new PatternSettings(selection, search, widening == null ? Widening.NONE : widening,
                unknownLength != null && unknownLength);
    }
}
