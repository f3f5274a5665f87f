package dev.upswell.server.listing;

import dev.upswell.server.web.Paging;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// All rows of a list that is read part by part, each part when the one before was walked through.
public final class Rows {

    private Rows() {
    }

    /// A list that gives parts of itself.
    public interface Parts<T> {

        /// These rows; fewer than the limit at the end.
        List<T> of(Paging part);
    }

    /// All of them, in their order.
    public static <T> Iterable<T> of(Parts<T> parts) {
        return () -> new Iterator<>() {

            private final Deque<T> read = new ArrayDeque<>();
            private Paging next = new Paging(Paging.MOST, 0);
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (read.isEmpty() && !ended) {
                    List<T> part = parts.of(next);
                    read.addAll(part);
                    ended = part.size() < next.limit();
                    next = next.next();
                }
                return !read.isEmpty();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return read.removeFirst();
            }
        };
    }
}
