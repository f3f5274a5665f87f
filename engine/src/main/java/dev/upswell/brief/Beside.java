package dev.upswell.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands beside an analysis in documents, and is no part of it.
///
/// @param industry what is usual, for comparison; null where none was chosen
/// @param transfer what holds across hashtags; null where one hashtag was analysed
/// @param trials choices that creators were asked for, of whatever analysis; documents tell those that they have a finding of
/// @param clients the client beside others of its industry; null where nothing of it may be told
public record Beside(@Nullable Industry industry, @Nullable Transfer transfer, List<FieldTrial> trials,
        @Nullable AmongClients clients) {

    /// Nothing.
    public static final Beside NOTHING = new Beside(null, null, List.of(), null);

    public Beside {
        trials = List.copyOf(trials);
    }
}
