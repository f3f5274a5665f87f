package dev.upswell.server.integrate;

import dev.upswell.server.notify.NotBrought;
import java.util.Optional;

/// A place in which others keep their tasks: a project of Jira, or a list of Trello.
///
/// **cost** of each call a few requests, twelve seconds each at the longest, two thirds of a minute in all · **errors** of each call
/// [NotBrought] when it was not done, or nobody knows whether it was
public interface Tracker {

    /// What the other side says of itself, in a few words: a name, and that what is needed is there. Nothing is changed by it.
    String greeting() throws NotBrought;

    /// The task that carries this label. What was created a moment ago may not be found yet.
    Optional<Issue> find(String label) throws NotBrought;

    /// Creates a task. The trackers know no request that comes twice: whoever cannot say whether it was created asks
    /// [#find] first.
    Issue create(IssueOrder order) throws NotBrought;

    /// How a task stands; empty where the other side knows it no more.
    Optional<Issue> read(String key) throws NotBrought;
}
