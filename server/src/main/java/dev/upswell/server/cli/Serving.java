package dev.upswell.server.cli;

/// Starts the web server over an open workplace. The wiring implements it.
public interface Serving {

    /// Listens on this port of the configured address; 0 takes any free port.
    ///
    /// **errors** [CommandFailed] when the port is taken, or the address is not loopback and nobody has a password.
    Running start(int port);

    /// A server that answers.
    interface Running extends AutoCloseable {

        /// Where its first page is.
        String url();

        /// Waits until somebody stops it.
        void await();

        @Override
        void close();
    }
}
