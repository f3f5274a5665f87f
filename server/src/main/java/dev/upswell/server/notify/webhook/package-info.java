/// Signed requests to webhooks.
@NullMarked
package dev.upswell.server.notify.webhook;

import org.jspecify.annotations.NullMarked;
