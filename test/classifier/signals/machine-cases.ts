import { type CaseTable, text, tool } from './cases.ts';

/** Signals on what a call does to machines: programs, files, networks, browsers, devices. */
export const machineCases: CaseTable = {
  'runs-code': {
    yes: [
      tool('run_python', 'Run Python code and return what it prints.'),
      tool('execute', 'Executes a shell command.'),
      tool('eval', '执行任意代码'),
    ],
    no: [
      tool('explain_code', 'Explain what a piece of code does.'),
      tool('run_health_check', 'Run a health check.'),
      tool('review', 'Reviews a script. It is never executed.'),
    ],
    unknown: [tool('python')],
  },
  'starts-process': {
    yes: [
      tool('start_job', 'Start a job.'),
      tool('deploy', 'Deploy an application.'),
      tool('ci', 'Triggers a new build.'),
      tool('run_suite', 'Runs a test suite.'),
    ],
    no: [
      tool('generate_image', 'Generate an image.'),
      tool('run_query', 'Run a query.'),
      tool('get_job', 'Get the state of a job.'),
      tool('list_deployments', 'List deployments of a project.'),
      tool('start_session', 'Start a session.'),
    ],
    unknown: [tool('ci')],
  },
  'changes-infrastructure': {
    yes: [
      tool('create_cluster', 'Create a cluster.'),
      tool('update_dns', 'Update a DNS zone.'),
      tool('deploy', 'Deploy the stack.'),
    ],
    no: [
      tool('list_clusters', 'List clusters.'),
      tool('create_note', 'Create a note on a customer.'),
      tool('describe_instance', 'Describe an instance.'),
    ],
    unknown: [tool('cluster')],
  },
  'arbitrary-url': {
    yes: [
      tool('fetch', 'Fetch a URL and return it as text.', { url: text() }),
      tool('scrape', 'Scrapes any website.'),
      tool('read_page', 'Read a web page.', { url: text('Address of the page') }),
    ],
    no: [
      tool('get_user', 'Get a user with the link to the avatar.'),
      tool('shorten', 'Shorten an address.', { url: text() }),
      tool('list_links', 'List links of a collection.', { collection: text() }),
    ],
    unknown: [tool('web')],
  },
  'local-filesystem': {
    yes: [
      tool('read_file', 'Read a file within the allowed directories.'),
      tool('save', 'Saves the report to disk.'),
      tool('open', 'Opens a document. Needs an absolute path.'),
    ],
    no: [
      tool('search_files', 'Search files of the shared drive.'),
      tool('get_path', 'Get the shortest path between two nodes.'),
      tool('list_directories', 'List business directories of a city.'),
    ],
    unknown: [tool('file')],
  },
  'browser-control': {
    yes: [
      tool('browser_click', 'Click.'),
      tool('press', 'Click on a button of the page.'),
      tool('go', 'Navigates the current tab to another site.'),
    ],
    no: [
      tool('get_browser_versions', 'List versions of browsers that were released.'),
      tool('scroll_chart', 'Scroll a chart to a date.'),
      tool('press_release', 'Write a press release.'),
    ],
    unknown: [tool('page')],
  },
  'device-control': {
    yes: [
      tool('set_volume', 'Set the volume of the speaker.'),
      tool('mobile_tap', 'Tap.'),
      tool('turn_on', 'Turn on a lamp.'),
    ],
    no: [
      tool('list_devices', 'List devices.'),
      tool('get_screen', 'Get the size of the screen.'),
      tool('send_report', 'Send a report on devices.'),
    ],
    unknown: [tool('lights')],
  },
  'raw-query': {
    yes: [
      tool('execute_sql', 'Execute an SQL statement.'),
      tool('run', 'Runs a Cypher query on the graph.'),
      tool('execute_readonly_query', 'Run a query. Only reading is possible.'),
    ],
    no: [
      tool('search', 'Search articles by a query.'),
      tool('explain_sql', 'Explain an SQL statement in plain words.'),
      tool('list_queries', 'List saved queries.'),
    ],
    unknown: [tool('graph')],
  },
};
