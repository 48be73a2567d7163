// Opens the page: the head, the three rooms, and then the door to the running world.
import { openHead } from './head.js';
import { openMailbox } from './mail/panel.js';
import { openShop } from './shop/panel.js';
import { openStory } from './story/panel.js';
import { openViews } from './views.js';
import { watch } from './world.js';

openHead();
openViews();
openShop(document.querySelector('#shop'));
openStory(document.querySelector('#story'));
openMailbox(document.querySelector('#mail'));
watch();
