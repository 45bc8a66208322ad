import './trusted.ts';
import './help/faults.ts';
import './styles/index.css';
import './help/look.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { keepForOffline } from './sw/offline.ts';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
keepForOffline();
