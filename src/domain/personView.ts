/** A person as others may see them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Job title and department, as far as known. */
  readonly about?: string;
}
