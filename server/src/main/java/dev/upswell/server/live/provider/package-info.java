/// The providers that can be asked, each in its own dialect, over one transport.
@NullMarked
package dev.upswell.server.live.provider;

import org.jspecify.annotations.NullMarked;
