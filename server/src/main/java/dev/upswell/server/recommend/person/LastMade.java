package dev.upswell.server.recommend.person;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that takes long to make, as it was made last, for any number of threads: one makes it anew while the others go by what was there.
///
/// Nobody waits but those who have nothing to go by.
final class LastMade<T> {

    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable T last;

    /// The last one where it serves, else one that is made now, or is being made.
    ///
    /// @param serves whether one is as good as a new one
    /// @param standsIn whether one will do while another is being made
    T get(Predicate<T> serves, Predicate<T> standsIn, Supplier<T> make) {
        T known = last;
        if (known != null && serves.test(known)) {
            return known;
        }
        if (known == null || !standsIn.test(known)) {
            making.lock();
        } else if (!making.tryLock()) {
            return known;
        }
        try {
            T meanwhile = last;
            if (meanwhile != null && serves.test(meanwhile)) {
                return meanwhile;
            }
            T made = make.get();
            last = made;
            return made;
        } finally {
            making.unlock();
        }
    }
}
