package dev.upswell.server.report.pdf;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something with a height that stands on one page.
interface Piece {

    float height();

    /// Draws it.
    ///
    /// @param x its left edge
    /// @param y its upper edge, from the top of the page down
    void draw(Pen pen, float x, float y);

    /// What it says, for messages about it.
    String says();

    /// Whether it is free room, which is left out at the top of a page.
    default boolean isSpace() {
        return false;
    }

    /// Whether the next piece must stand on the same page.
    default boolean staysWithNext() {
        return false;
    }

    /// What is drawn again on top of the page that this piece begins; null for nothing.
    default @Nullable Piece repeated() {
        return null;
    }

    /// The part that fits into what room there is, and the rest; empty when it cannot be divided there.
    default Optional<Cut> cut(float room) {
        return Optional.empty();
    }

    /// A divided piece.
    record Cut(Piece first, Piece rest) {
    }

    /// Free room.
    record Space(float height) implements Piece {

        @Override
        public void draw(Pen pen, float x, float y) {
            // Nothing is to be seen of it.
        }

        @Override
        public String says() {
            return "";
        }

        @Override
        public boolean isSpace() {
            return true;
        }

        @Override
        public boolean staysWithNext() {
            return false;
        }
    }

    /// The end of a page.
    record Break() implements Piece {

        @Override
        public float height() {
            return 0;
        }

        @Override
        public void draw(Pen pen, float x, float y) {
            // Nothing is to be seen of it.
        }

        @Override
        public String says() {
            return "";
        }
    }

    /// Draws a piece.
    @FunctionalInterface
    interface Drawing {
        void draw(Pen pen, float x, float y);
    }

    /// A piece as it is drawn.
    ///
    /// @param repeated null for nothing
    record Drawn(float height, String says, boolean staysWithNext, @Nullable Piece repeated,
            Drawing drawing) implements Piece {

        Drawn(float height, String says, Drawing drawing) {
            this(height, says, false, null, drawing);
        }

        @Override
        public void draw(Pen pen, float x, float y) {
            drawing.draw(pen, x, y);
        }

        Drawn stayingWithNext(boolean stays) {
            return new Drawn(height, says, stays, repeated, drawing);
        }
    }
}
