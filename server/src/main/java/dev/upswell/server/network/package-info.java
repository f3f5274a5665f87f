/// Where requests may lead: which addresses are inside a private network, and the gateway that keeps requests out of them.
@NullMarked
package dev.upswell.server.network;

import org.jspecify.annotations.NullMarked;
