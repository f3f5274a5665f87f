package dev.upswell.server.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a column of a table says.
public enum ColumnRole {
    /// Nothing that is read.
    IGNORE("ignore"),
    /// What kind of entity the row is about.
    KIND("kind"),
    /// The number of the row's entity.
    ID("id"),
    /// The name of the row's entity.
    NAME("name"),
    /// The address of the row's video, which holds its number and its creator.
    URL("url"),
    /// When the counters were read.
    OBSERVED("observed"),
    /// The time of the day of that, where another column has the day.
    CLOCK("clock"),
    VIEWS("views"), LIKES("likes"), COMMENTS("comments"), SHARES("shares"), SAVES("saves"), POSTS("posts"),
    FOLLOWERS("followers"),
    /// The share of views that saw the row's video to its end.
    COMPLETION_RATE("completion-rate"),
    /// The mean time watched per view.
    AVERAGE_WATCH("average-watch"),
    /// Views beyond the first of a person, by all views.
    REWATCH_RATIO("rewatch-ratio"),
    /// The share of views that still watched after three seconds.
    RETENTION_3S("retention-3s"),
    /// The share of views that still watched after five seconds.
    RETENTION_5S("retention-5s"),
    /// Visits of the profile that came from the video.
    PROFILE_VIEWS("profile-views"),
    /// Clicks on a link that came from it.
    LINK_CLICKS("link-clicks"),
    /// Accounts that followed because of it.
    NEW_FOLLOWERS("new-followers"),
    /// The caption of the row's video.
    CAPTION("caption"),
    /// Its hashtags as a list.
    HASHTAGS("hashtags"),
    /// Its length.
    DURATION("duration"),
    /// When it was posted.
    POSTED("posted"),
    /// The handle of its creator.
    CREATOR("creator"),
    /// The number of its sound.
    SOUND("sound"),
    /// Who tells the row.
    SOURCE("source"),
    /// One reading a row: the column's name says when it was made, or of whom.
    CELLS("cells");

    private final String label;

    ColumnRole(String label) {
        this.label = label;
    }

    /// The word for it in forms and answers.
    public String label() {
        return label;
    }

    /// Whether it is a counter.
    public boolean counter() {
        return ColumnMapping.COUNTERS.contains(label);
    }

    /// Whether it says something of videos alone.
    public boolean content() {
        return ColumnMapping.CONTENT.contains(label);
    }

    /// Whether it says how videos are watched.
    public boolean viewing() {
        return ColumnMapping.VIEWING.contains(label);
    }

    /// The role of this word, if there is one.
    public static Optional<ColumnRole> find(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }

    /// The words of all roles.
    public static List<String> labels() {
        return Arrays.stream(values()).map(ColumnRole::label).toList();
    }
}
