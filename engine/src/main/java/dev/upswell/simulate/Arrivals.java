package dev.upswell.simulate;

import java.io.IOException;
import java.util.PriorityQueue;

/// Rows on their way to the product, handed out in order of arrival.
///
/// **cost** holds the rows of one cadence and the late ones, never the whole stream.
final class Arrivals {

    private record Row(long arrival, long sequence, String text) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            int byArrival = Long.compare(arrival, other.arrival);
            return byArrival != 0 ? byArrival : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Row> waiting = new PriorityQueue<>();
    private final Appendable out;
    private long sequence;
    private long written;

    Arrivals(Appendable out) {
        this.out = out;
    }

    void send(long arrival, String text) {
        waiting.add(new Row(arrival, sequence++, text));
    }

    /// Writes the rows that have arrived by this epoch second.
    void deliver(long until) throws IOException {
        while (!waiting.isEmpty() && waiting.peek().arrival() <= until) {
            out.append(waiting.remove().text()).append('\n');
            written++;
        }
    }

    long written() {
        return written;
    }
}
