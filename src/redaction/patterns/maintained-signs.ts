/** What has to stand in a text before a rule of secretlint's recommended preset can match: without it the rule is not run. */

export interface Signs {
  /** Every secret of the rule holds one of these. */
  readonly texts: readonly string[];
  readonly ignoreCase?: boolean;
  /** So far before and behind one of them a match may reach. */
  readonly before: number;
  readonly behind: number;
}

/** A token that begins with one of the texts. */
const token = (...texts: string[]): Signs => ({ texts, before: 8, behind: 1_400 });

/** By the rule's name. A rule that is not among them is run on all of the text. */
export const maintainedSigns: Readonly<Record<string, readonly Signs[]>> = {
  // Its ids of accounts and of keys are no secrets, and the preset leaves them alone.
  aws: [{ texts: ['secretaccess', 'secret_access'], ignoreCase: true, before: 16, behind: 120 }],
  npm: [token('npm_')],
  slack: [
    token('xoxb-', 'xoxp-', 'xapp-', 'xoxa-', 'xoxo-', 'xoxr-'),
    { texts: ['//hooks.slack.com/'], ignoreCase: true, before: 8, behind: 200 },
  ],
  sendgrid: [token('SG.')],
  shopify: [token('shppa_', 'shpca_', 'shpat_', 'shpss_')],
  github: [token('ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_')],
  gitlab: [token('glpat-')],
  grafana: [token('glc_', 'glsa_')],
  openai: [{ texts: ['T3BlbkFJ'], before: 110, behind: 100 }],
  anthropic: [token('sk-ant-api0')],
  groq: [token('gsk_')],
  huggingface: [token('hf_')],
  linear: [token('lin_api_')],
  notion: [token('ntn_')],
  '1password': [token('ops_ey')],
  'hashicorp-vault': [token('hvs.', 'hvb.', 'hvr.')],
  vercel: [token('vcp_', 'vci_', 'vca_', 'vcr_', 'vck_')],
  databricks: [token('dapi')],
  docker: [token('dckr_pat_')],
  figma: [token('figd_')],
};
