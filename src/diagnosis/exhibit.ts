/** What evidence cannot say in two values: a comparison of several sources, the course of one session. Values; a face draws them. Plain text only. */

export interface ExhibitTable {
  readonly kind: 'table';
  readonly title: string;
  /** Heading of each column; the first names what is compared. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** As many as there are columns; '' where a source says nothing of it. */
    readonly cells: readonly string[];
    /** The sources differ here, and that is the fault. */
    readonly differs: boolean;
  }[];
}

/** Spans over one stretch of time, from 0 on. */
export interface ExhibitTimeline {
  readonly kind: 'timeline';
  readonly title: string;
  /** Seconds that the chart covers. */
  readonly until: number;
  readonly spans: readonly {
    readonly label: string;
    /** Seconds from the start of the session; `to` may lie beyond `until`. */
    readonly from: number;
    readonly to: number;
    readonly note?: string;
    /** It ends the session before the user expects it. */
    readonly decides: boolean;
  }[];
}

export type Exhibit = ExhibitTable | ExhibitTimeline;
