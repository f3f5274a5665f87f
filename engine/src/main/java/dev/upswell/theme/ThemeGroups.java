package dev.upswell.theme;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Themes and what belongs to them, as of one run.
///
/// @param hashtags by name; those that speak of nothing in particular, or of no theme, are missing
/// @param captions by video; unthemed ones are missing
/// @param silhouette how well themes stand apart, −1 to 1
public record ThemeGroups(List<Theme> themes, Map<String, Membership> hashtags, Map<String, Membership> captions,
        double silhouette) {

    /// Before the first run.
    public static final ThemeGroups NONE = new ThemeGroups(List.of(), Map.of(), Map.of(), 0);

    public ThemeGroups {
        themes = List.copyOf(themes);
        hashtags = Map.copyOf(hashtags);
        captions = Map.copyOf(captions);
    }

    /// The theme of this id.
    public Optional<Theme> find(long id) {
        return themes.stream().filter(theme -> theme.id() == id).findFirst();
    }
}
