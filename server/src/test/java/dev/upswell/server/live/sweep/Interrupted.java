package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A source between whose answer and what becomes of it something happens.
///
/// @param instead said without asking; null to ask
public record Interrupted(Source source, Consumer<Answer> meanwhile, @Nullable Answer instead) implements Source {

    public Interrupted(Source source, Consumer<Answer> meanwhile) {
        this(source, meanwhile, null);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String keyPrint() {
        return source.keyPrint();
    }

    @Override
    public Set<Feed> feeds() {
        return source.feeds();
    }

    @Override
    public List<Budget> budgets() {
        return source.budgets();
    }

    @Override
    public int worstCost(Ask ask) {
        return source.worstCost(ask);
    }

    @Override
    public int pageSize(Feed feed) {
        return source.pageSize(feed);
    }

    @Override
    public int mostTogether(Feed feed) {
        return source.mostTogether(feed);
    }

    @Override
    public Answer ask(Ask ask) {
        Answer answer = instead == null ? source.ask(ask) : instead;
        meanwhile.accept(answer);
        return answer;
    }
}
