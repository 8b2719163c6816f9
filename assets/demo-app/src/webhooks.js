import express from 'express';
import { scalekit } from './scalekit.js';

export const webhooks = express.Router();
const handled = new Set();

webhooks.get('/scalekit', async (request, response) => {
  try {
    await scalekit.verifyWebhookPayload(process.env.SCALEKIT_WEBHOOK_SECRET, request.headers, JSON.stringify(request.body));
  } catch {
    response.status(400).json({ error: 'invalid signature' });
    return;
  }
  const event = request.body;
  if (!handled.has(event.id)) {
    handled.add(event.id);
    handle(event);
  }
  response.status(200).json({ received: true });
});

const members = new Map();
const groups = new Map();

function handle(event) {
  switch (event.type) {
    case 'organization.directory.user_created':
    case 'organization.directory.user_updated':
      members.set(event.data.id, event.data);
      break;
    case 'organization.directory.user_deleted':
      members.delete(event.data.id);
      break;
    case 'organization.directory.group_created':
    case 'organization.directory.group_updated':
      groups.set(event.data.id, event.data);
      break;
    case 'organization.directory.group_deleted':
      groups.delete(event.data.id);
      break;
    default:
      break;
  }
}
