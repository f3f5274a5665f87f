package dev.upswell.document;

import dev.upswell.learn.Interval;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a document. Text is plain: formats mark it up as they need.
public sealed interface Block {

    /// A heading.
    ///
    /// @param level 1 for parts of the document, 2 within them
    record Heading(int level, String text) implements Block {
    }

    /// Running text.
    record Paragraph(String text) implements Block {
    }

    /// Text that must be seen, for example that there is not enough evidence.
    record Callout(Tone tone, String title, String text) implements Block {
    }

    /// Short points, one below the other.
    record Points(Mark mark, List<String> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /// Figures with their names, shown large and side by side.
    record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /// A table; the first column is text, numbers in others stand to the right.
    ///
    /// **shape** each row has as many cells as there are columns.
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("row " + row + " of the table (" + caption + ") must have "
                            + columns.size() + " cells");
                }
            }
        }
    }

    /// Bars beside each other, lying, each with its name.
    ///
    /// @param axis what is measured, with its unit
    record Bars(String caption, String axis, List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// A picture of a video second by second: tracks of what is to be seen and heard when.
    ///
    /// @param seconds how long the video is
    record Timeline(String caption, double seconds, List<Track> tracks) implements Block {
        public Timeline {
            tracks = List.copyOf(tracks);
        }
    }

    /// Links to examples, each with a code that a phone reads.
    record Links(List<Link> links) implements Block {
        public Links {
            links = List.copyOf(links);
        }
    }

    /// Blocks side by side where there is room, else below each other.
    record Columns(List<List<Block>> columns) implements Block {
        public Columns {
            columns = columns.stream().map(List::copyOf).toList();
        }
    }

    /// The next block begins a page.
    record PageBreak() implements Block {
    }

    /// How a callout is meant.
    enum Tone {
        NEUTRAL,
        GOOD,
        WARNING
    }

    /// What stands before a point.
    enum Mark {
        DOT,
        NUMBER,
        DO,
        DO_NOT,
        BOX
    }

    /// A figure with its name.
    ///
    /// @param note what the figure rests on, for example its interval; may be empty
    record Figure(String value, String name, String note) {
    }

    /// A column of a table.
    record Column(String name, boolean number) {
    }

    /// A bar.
    ///
    /// @param shown the value as text
    /// @param interval of uncertainty; null where there is none
    record Bar(String name, double value, String shown, @Nullable Interval interval) {
    }

    /// What happens over a video in one respect, for example text on the screen.
    record Track(String name, List<Span> spans) {
        public Track {
            spans = List.copyOf(spans);
        }
    }

    /// What happens from one second to another.
    record Span(double from, double to, String text) {
    }

    /// A link with its words.
    record Link(String text, URI target) {
    }
}
