package dev.upswell.server.creative;

import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.select.SelectionSettings;

/// How a search for patterns chooses its videos and what it does with them; equal settings on equal data give equal results.
public record PatternSettings(SelectionSettings selection, SearchSettings search) {

    /// The usual ones.
    public static final PatternSettings USUAL = new PatternSettings(SelectionSettings.USUAL, SearchSettings.USUAL);
}
