package dev.upswell.server.live;

import java.util.List;
import java.util.Set;

/// A provider with a key, ready to be asked.
///
/// `docs/collecting.md` has the checklist for adding one; `SourceContract` in the tests is what each must pass.
public interface Source {

    /// Its name, under which its readings are kept.
    String name();

    /// By what its key is known: another key has other budgets.
    String keyPrint();

    /// What it can be asked for.
    Set<Feed> feeds();

    /// What may be spent, all of which must allow a request.
    List<Budget> budgets();

    /// The most units that the answer can cost, from 0.
    ///
    /// Where the answer is [Answer.Underway], the work that it begins is part of the cost.
    int worstCost(Ask ask);

    /// How many items a page holds at most, for forecasts of spend.
    int pageSize(Feed feed);

    /// How many subjects of this feed one question may be about, from 1.
    default int mostTogether(Feed feed) {
        return 1;
    }

    /// Asks once, without trying again: what goes wrong is an answer too.
    ///
    /// A question that begins paid work must find what the same question (subject and `begunAt`) began before, because a kill
    /// may have cut its answer off.
    ///
    /// **cost** an exchange or two over the network, a minute at most each · **errors** none but bugs and an interrupted thread, which is
    /// a [Answer.RetryLater].
    Answer ask(Ask ask);
}
