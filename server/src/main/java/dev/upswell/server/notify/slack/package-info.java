/// Notices as messages in Slack.
@NullMarked
package dev.upswell.server.notify.slack;

import org.jspecify.annotations.NullMarked;
