package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A source between whose answer and what becomes of it something happens.
record Interrupted(Source source, Consumer<Answer> meanwhile) implements Source {

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
    public Answer ask(Ask ask) {
        Answer answer = source.ask(ask);
        meanwhile.accept(answer);
        return answer;
    }
}
