package dev.bottrace.internal.capture;

/** A form whose content others can show as theirs: wrappers, views, sets made of maps. */
interface SourceForm {
  /** Begins to read the elements or entries of an object. */
  Content content(Object value);
}
