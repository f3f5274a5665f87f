package dev.upswell.people.judge;

import java.util.List;

/// Orders videos for people, knowing what a product may know.
public interface Recommender {

    /// As it is called in tables; no two that are judged together share a name.
    String name();

    /// Is told, once and before it is asked anything, what is known when the judged days begin.
    default void learn(Known known) {
    }

    /// Numbers of candidates, the best first, each at most once; fifty of them count.
    List<Integer> order(Asked asked);
}
