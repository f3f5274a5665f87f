/// What people are told of, and where: the notices on the page, and the mails and webhooks that bring them elsewhere.
///
/// What a channel is to be told is written with the event itself (`notice_outgoing`), put together into deliveries, and tried
/// until it was brought or given up.
@NullMarked
package dev.upswell.server.notify;

import org.jspecify.annotations.NullMarked;
