/// What is to be done, in one queue: tasks of videos, models and data, and playbooks of creators, with who does them until when.
@NullMarked
package dev.upswell.server.act;

import org.jspecify.annotations.NullMarked;
